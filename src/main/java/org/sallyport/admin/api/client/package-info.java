/** Clients and their secrets in administrators' API. */
package org.sallyport.admin.api.client;
