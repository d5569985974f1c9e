/**
 * Whom an application asks for (OpenID Connect Core 1.0 §3.1.2.1), and another person being here.
 */
package org.sallyport.login.hint;
