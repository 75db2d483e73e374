/** The format of model files: every key, and the kinds that they name. Never: drawing, running. */
package org.datamarket.model.format;
