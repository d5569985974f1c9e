/** Refresh tokens that another system gave: each works once, and from then on ours do. */
package org.sallyport.token.imported;
