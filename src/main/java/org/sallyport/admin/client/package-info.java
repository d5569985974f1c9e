/** Administrators' pages for one client: making it, changing it, its secrets, its end. */
package org.sallyport.admin.client;
