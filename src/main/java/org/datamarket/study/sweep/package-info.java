/**
 * Carrying a study out: engines, the journal, folders, merging, resuming. Never: reading study
 * files.
 */
package org.datamarket.study.sweep;
