/**
 * Model files and bid files: reading them, drawing from them, the effective model. Never: running
 * anything.
 */
package org.datamarket.model.file;
