/**
 * The description of administrators' API (OpenAPI 3.1), made from the code, as a file and as a
 * page.
 */
package org.sallyport.admin.api.openapi;
