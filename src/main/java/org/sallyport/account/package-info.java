/** People's own pages: what they can do to their account themselves. */
package org.sallyport.account;
