using System.Net;
using System.Net.Http.Headers;

namespace FaceFusion.Cli.Models;

/// <summary>One HTTP request for what a file still lacks.</summary>
/// <param name="client">Without a timeout of its own.</param>
/// <param name="source">The address.</param>
/// <param name="length">The length the whole file is to have.</param>
/// <param name="stallTimeout">How long to wait for the answer's beginning, and each time for the next bytes.</param>
internal sealed class RangeTransfer(HttpClient client, Uri source, long length, TimeSpan stallTimeout)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>
    /// Appends to a file what it lacks of its length; starts it anew where the server can't give a part. Never writes
    /// beyond the length.
    /// </summary>
    /// <param name="file">The file so far, shorter than the length.</param>
    /// <param name="progress">Told the file's length.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    /// <exception cref="IOException">The file can't be written to.</exception>
    public async Task<TransferResult> Append(FileStream file, IProgress<long> progress, CancellationToken cancellation)
    {
        using CancellationTokenSource stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stall.CancelAfter(stallTimeout);
        HttpResponseMessage? response = null;
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, source);
            if (file.Length > 0)
                request.Headers.Range = new RangeHeaderValue(file.Length, null);
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stall.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            return new TransferResult(TransferEnd.Unreachable, failure.Message.TrimEnd('.'));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new TransferResult(TransferEnd.Unreachable, Silence);
        }

        using (response)
        {
            return Prepare(response, file) is { } refusal
                ? refusal
                : await Copy(response, file, progress, stall, cancellation).ConfigureAwait(false);
        }
    }

    private string Silence => $"nothing came for {stallTimeout.TotalSeconds:0} s";

    /// <summary>Makes the file end where the answer goes on, or says why the answer is of no use.</summary>
    private TransferResult? Prepare(HttpResponseMessage response, FileStream file)
    {
        bool whole = response.StatusCode == HttpStatusCode.OK;
        bool continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == file.Length;
        if (!whole && !continues)
        {
            bool askedForPart = file.Length > 0
                && response.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable;
            if (!askedForPart)
                return new TransferResult(TransferEnd.Refused, $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());

            // What is there is no beginning of what the server has: the next request asks for all of it.
            file.SetLength(0);
            return new TransferResult(TransferEnd.Broken, "the server could not go on from there");
        }

        long start = whole ? 0 : file.Length;
        if (start + response.Content.Headers.ContentLength is { } offered && offered != length)
            return OtherLength($"{offered} bytes instead of {length}");

        file.SetLength(start);
        file.Seek(start, SeekOrigin.Begin);
        return null;
    }

    private async Task<TransferResult> Copy(
        HttpResponseMessage response, FileStream file, IProgress<long> progress, CancellationTokenSource stall, CancellationToken cancellation)
    {
        byte[] buffer = new byte[BufferSize];
        Stream body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            while (true)
            {
                progress.Report(file.Length);
                (int count, string? failure) = await Read(body, buffer, stall, cancellation).ConfigureAwait(false);
                if (failure is not null)
                    return new TransferResult(TransferEnd.Broken, failure);
                if (count == 0)
                    return Ended(response, file);
                if (file.Length + count > length)
                {
                    file.SetLength(0);
                    return OtherLength($"more than {length} bytes");
                }

                await file.WriteAsync(buffer.AsMemory(0, count), cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The next bytes, or what kept them from coming.</summary>
    private async Task<(int Count, string? Failure)> Read(
        Stream body, Memory<byte> buffer, CancellationTokenSource stall, CancellationToken cancellation)
    {
        stall.CancelAfter(stallTimeout);
        try
        {
            return (await body.ReadAsync(buffer, stall.Token).ConfigureAwait(false), null);
        }
        catch (IOException failure)
        {
            return (0, failure.Message.TrimEnd('.'));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (0, Silence);
        }
    }

    /// <summary>What a body's end means: a chunked one says itself where it ends, one without any length may have been cut.</summary>
    private TransferResult Ended(HttpResponseMessage response, FileStream file)
    {
        long received = file.Length;
        if (received == length)
            return TransferResult.Complete;
        if (response.Headers.TransferEncodingChunked != true)
            return new TransferResult(TransferEnd.Broken, "the server closed it");

        file.SetLength(0);
        return OtherLength($"{received} bytes instead of {length}");
    }

    private static TransferResult OtherLength(string offered) => new(TransferEnd.OtherFile, $"it has {offered}");
}
