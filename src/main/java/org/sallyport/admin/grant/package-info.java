/** Administrators' pages for what people allowed: found, and ended one by one or many at once. */
package org.sallyport.admin.grant;
