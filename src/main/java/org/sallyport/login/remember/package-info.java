/** Staying logged in by a cookie that changes with each use, so that a stolen one is noticed. */
package org.sallyport.login.remember;
