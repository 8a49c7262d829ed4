package org.yunga.geodata.fetch;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.yunga.geodata.load.KnownBoundaryFile;

/** Writes a response to a file and tells how far it is. */
final class WatchedDownload implements HttpResponse.BodyHandler<Path> {

  private final KnownBoundaryFile file;
  private final Path target;
  private final FetchProgress progress;

  WatchedDownload(KnownBoundaryFile file, Path target, FetchProgress progress) {
    this.file = file;
    this.target = target;
    this.progress = progress;
  }

  @Override
  public HttpResponse.BodySubscriber<Path> apply(HttpResponse.ResponseInfo info) {
    return new Watched(
        HttpResponse.BodySubscribers.ofFile(target),
        info.headers().firstValueAsLong("Content-Length"));
  }

  private final class Watched implements HttpResponse.BodySubscriber<Path> {
    private final HttpResponse.BodySubscriber<Path> toFile;
    private final OptionalLong total;
    private long received;

    Watched(HttpResponse.BodySubscriber<Path> toFile, OptionalLong total) {
      this.toFile = toFile;
      this.total = total;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      toFile.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
      toFile.onNext(buffers);
      progress.received(file, received, total);
    }

    @Override
    public void onError(Throwable error) {
      toFile.onError(error);
    }

    @Override
    public void onComplete() {
      toFile.onComplete();
    }

    @Override
    public CompletionStage<Path> getBody() {
      return toFile.getBody();
    }
  }
}
