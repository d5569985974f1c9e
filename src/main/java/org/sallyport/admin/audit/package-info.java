/** Administrators' pages of the audit: who did what, when and from where. */
package org.sallyport.admin.audit;
