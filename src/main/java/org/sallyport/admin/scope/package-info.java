/**
 * Administrators' pages for scopes: their words, what is given by default, what may be left out.
 */
package org.sallyport.admin.scope;
