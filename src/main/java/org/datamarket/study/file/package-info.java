/** Study files: their format, the reader and its checks. */
package org.datamarket.study.file;
