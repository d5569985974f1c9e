/** From where people come: what they use, and its address. */
package org.sallyport.web.visitor;
