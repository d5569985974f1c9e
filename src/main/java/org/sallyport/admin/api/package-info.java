/** Administrators' work for programs: the REST API, by the same services as the pages. */
package org.sallyport.admin.api;
