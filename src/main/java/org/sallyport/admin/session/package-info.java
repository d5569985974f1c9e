/** Administrators' pages for sign-ins: who is signed in, and how that ends. */
package org.sallyport.admin.session;
