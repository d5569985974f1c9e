/** What people allowed, in administrators' API: found, ended, and deleted when it is over. */
package org.sallyport.admin.api.grant;
