package org.yunga.geodata.bulk;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local files as {@code faulty:/...}, where things happen. Spark makes it by its name. */
public final class FaultyFiles extends RawLocalFileSystem {

  /** What happens before something is done. */
  interface Fault {
    void before(String verb, Path path) throws IOException;
  }

  static final Fault NONE = (verb, path) -> {};

  private static volatile Fault fault = NONE;

  static void set(Fault next) {
    fault = next;
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    fault.before("open", path);
    return super.open(path, buffer);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    fault.before("create", path);
    return super.create(path, permission, overwrite, buffer, replication, block, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    fault.before("create", path);
    return super.create(path, overwrite, buffer, replication, block, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    fault.before("rename", to);
    return super.rename(from, to);
  }
}
