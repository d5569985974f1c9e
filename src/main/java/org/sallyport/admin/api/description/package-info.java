/** What administrators' API says of itself: its operations, found in the code, as OpenAPI 3.1. */
package org.sallyport.admin.api.description;
