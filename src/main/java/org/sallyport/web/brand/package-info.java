/** The look that a deployer gives the pages by settings: a name, a logo, a colour. */
package org.sallyport.web.brand;
