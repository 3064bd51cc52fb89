package advisor.http.gate;

import advisor.http.call.JsonBody;
import advisor.http.call.PackedFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Hands a call on when its body is there to its end, and gives up one that comes too slowly. Who drips keeps a
 * connection, and no thread.
 */
final class WholeBody extends Handler.Wrapper {
    private final Duration limit;

    /** @param limit from the end of a call's head to the end of its body */
    WholeBody(Duration limit) {
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0) {
            return super.handle(request, response, callback);
        }
        new Arrival(request, response, callback).begin();
        return true;
    }

    /** A body on its way. */
    private final class Arrival {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final AtomicBoolean over = new AtomicBoolean();

        private long length;
        private Scheduler.@Nullable Task deadline;

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void begin() {
            deadline = request.getComponents()
                    .getScheduler()
                    .schedule(this::giveUp, limit.toMillis(), TimeUnit.MILLISECONDS);
            read();
        }

        private void read() {
            while (!over.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this::read);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    end(() -> fail(chunk.getFailure()));
                    return;
                }
                take(chunk);
                if (chunk.isLast() || length > JsonBody.MOST_HEARD_BYTES) {
                    end(this::handOn);
                    return;
                }
            }
        }

        /** Of a body that is too long for any reader no more is kept than what shows that it is. */
        private void take(Content.Chunk chunk) {
            ByteBuffer bytes = chunk.getByteBuffer();
            length += bytes.remaining();
            int kept = Math.min(bytes.remaining(), PackedFile.MOST_PACKED_BYTES + 1 - body.size());
            body.writeBytes(BufferUtil.toArray(bytes.slice(bytes.position(), kept)));
            chunk.release();
        }

        private void end(Runnable how) {
            if (over.compareAndSet(false, true)) {
                Scheduler.Task task = deadline;
                if (task != null) {
                    task.cancel();
                }
                how.run();
            }
        }

        private void giveUp() {
            if (over.compareAndSet(false, true)) {
                tooSlow();
            }
        }

        /** A connection that says nothing at all for long fails by itself. */
        private void fail(Throwable failure) {
            if (failure instanceof TimeoutException) {
                tooSlow();
            } else {
                callback.failed(failure);
            }
        }

        private void tooSlow() {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
        }

        private void handOn() {
            try {
                if (!WholeBody.super.handle(new Arrived(request, body.toByteArray()), response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                // As the server does with what a handler throws on its own thread.
                Response.writeError(request, response, callback, e);
            }
        }
    }

    /** A call whose body is in memory. */
    private static final class Arrived extends Request.Wrapper {
        private final Content.Source body;

        Arrived(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demandCallback) {
            body.demand(demandCallback);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
