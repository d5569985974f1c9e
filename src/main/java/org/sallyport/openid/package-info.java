/** OpenID Connect, as far as it is here: what a person lets an application know. */
package org.sallyport.openid;
