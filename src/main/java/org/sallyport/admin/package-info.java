/** Administrators' pages; whoever is none finds nothing here. */
package org.sallyport.admin;
