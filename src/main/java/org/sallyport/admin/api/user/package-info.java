/** People in administrators' API. */
package org.sallyport.admin.api.user;
