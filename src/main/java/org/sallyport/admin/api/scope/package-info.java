/** Scopes in administrators' API. */
package org.sallyport.admin.api.scope;
