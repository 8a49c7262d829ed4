package org.yunga.web.http;

import java.io.IOException;

/** The reader did not wait for the end of the answer: nobody is there to be told of a problem. */
final class ClientGoneException extends RuntimeException {

  ClientGoneException(IOException cause) {
    super(cause);
  }
}
