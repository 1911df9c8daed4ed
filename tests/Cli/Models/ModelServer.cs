using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaceFusion.Cli.Tests.Models;

/// <summary>
/// An HTTP/1.1 server on 127.0.0.1 that serves one file, one request a connection, and can be made to misbehave.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public ModelServer(byte[] content)
    {
        Content = content;
        _listener.Start();
        _loop = Serve();
    }

    /// <summary>The file.</summary>
    public byte[] Content { get; set; }

    /// <summary>Whether parts are given when asked for.</summary>
    public bool GivesParts { get; set; } = true;

    /// <summary>How many connections break after <see cref="BreakAfter"/> bytes of the body.</summary>
    public int Breaks { get; set; }

    public int BreakAfter { get; set; }

    /// <summary>Whether the connection falls silent instead of breaking.</summary>
    public bool Stalls { get; set; }

    /// <summary>How the body's length is told.</summary>
    public Framing Framing { get; set; } = Framing.Length;

    /// <summary>A status line to answer instead of the file.</summary>
    public string? Status { get; set; }

    /// <summary>The value of each request's Range header, or null, in order.</summary>
    public ConcurrentQueue<string?> Ranges { get; } = new();

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/model.onnx";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        List<Task> answers = [];
        try
        {
            while (true)
                answers.Add(Answer(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerRequest(client);
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private async Task AnswerRequest(TcpClient client)
    {
        NetworkStream stream = client.GetStream();
        string? range = await ReadRange(stream);
        Ranges.Enqueue(range);
        if (Status is { } status)
        {
            await Write(stream, $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        int from = GivesParts && range is not null ? int.Parse(range.AsSpan("bytes=".Length, range.IndexOf('-') - "bytes=".Length), CultureInfo.InvariantCulture) : 0;
        if (from > Content.Length)
        {
            await Write(stream, $"HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */{Content.Length}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        byte[] body = Content[from..];
        string line = GivesParts && range is not null
            ? $"206 Partial Content\r\nContent-Range: bytes {from}-{Content.Length - 1}/{Content.Length}"
            : "200 OK";
        string framing = Framing switch
        {
            Framing.Length => $"Content-Length: {body.Length}\r\n",
            Framing.Chunked => "Transfer-Encoding: chunked\r\n",
            _ => "",
        };
        await Write(stream, $"HTTP/1.1 {line}\r\n{framing}Connection: close\r\n\r\n");
        await WriteBody(stream, body);
    }

    private async Task WriteBody(NetworkStream stream, byte[] body)
    {
        bool breaks = Breaks > 0;
        int count = breaks ? Math.Min(BreakAfter, body.Length) : body.Length;
        if (Framing == Framing.Chunked)
            await Write(stream, $"{count:x}\r\n");
        await stream.WriteAsync(body.AsMemory(0, count), _stop.Token);
        if (breaks)
        {
            Breaks--;
            await stream.FlushAsync(_stop.Token);
            if (Stalls)
                await Task.Delay(Timeout.Infinite, _stop.Token);
            return;
        }

        if (Framing == Framing.Chunked)
            await Write(stream, "\r\n0\r\n\r\n");
    }

    private async Task<string?> ReadRange(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        string? range = null;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: ", StringComparison.OrdinalIgnoreCase))
                range = line["Range: ".Length..];
        }

        return range;
    }

    private async Task Write(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _stop.Token);
}

/// <summary>How a body's length is told.</summary>
internal enum Framing
{
    /// <summary>By Content-Length.</summary>
    Length,

    /// <summary>By chunks.</summary>
    Chunked,

    /// <summary>By the connection's end.</summary>
    Close,
}
