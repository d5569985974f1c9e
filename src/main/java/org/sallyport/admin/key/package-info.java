/** Administrators' pages for signing keys: where each is in its life, and what comes next. */
package org.sallyport.admin.key;
