package org.yunga.web.cli;

import org.yunga.web.http.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Yunga " + Version.text()};
  }
}
