/**
 * What Faces needs for every page: well-formed forms, assets, view states that are old or forged.
 */
package org.sallyport.web.page;
