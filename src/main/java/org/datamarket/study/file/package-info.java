/** The format of study files, their reader and checks. Never: running anything. */
package org.datamarket.study.file;
