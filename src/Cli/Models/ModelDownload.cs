using System.Net.Http.Headers;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary>
/// Downloads a model's file to <c>NAME.part</c> beside its target and renames it when its length and SHA-256 are the
/// manifest's. A broken connection keeps the part: this run goes on from there, and so does the next one, where the
/// server can; what turns out to be another file is deleted.
/// </summary>
/// <param name="entry">The model.</param>
/// <param name="source">The address, http or https.</param>
/// <param name="folder">The folder the file goes to; made when it isn't there.</param>
/// <param name="retryDelay">How long to wait before going on after a broken connection.</param>
/// <param name="stallTimeout">How long to wait for the next bytes.</param>
internal sealed class ModelDownload(ModelEntry entry, Uri source, string folder, TimeSpan retryDelay, TimeSpan stallTimeout)
{
    /// <summary>What the name of a file that isn't complete ends with.</summary>
    public const string PartSuffix = ".part";

    private const int Attempts = 5;

    private readonly string _target = Path.Combine(Path.GetFullPath(folder), entry.File);

    private readonly long _length = entry.Bytes ?? throw new ArgumentException($"The length of '{entry.Id}' is not known.", nameof(entry));

    private string Part => _target + PartSuffix;

    /// <summary>Downloads the file.</summary>
    /// <param name="progress">Told how many bytes of the file are there.</param>
    /// <param name="cancellation">Stops the download; the part stays.</param>
    /// <returns>The file under its final name.</returns>
    /// <exception cref="ModelException">
    /// The server can't be reached, hasn't got the file or serves another one, or the folder can't be written to.
    /// </exception>
    public async Task<ModelFile> Run(IProgress<long> progress, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_target)!);
            bool resumed = File.Exists(Part);
            string? difference = await FillAndCommit(progress, cancellation).ConfigureAwait(false);
            // A part left by an earlier run may be of another file: that is no fault of this server's.
            if (difference is not null && resumed)
                difference = await FillAndCommit(progress, cancellation).ConfigureAwait(false);

            return difference is null ? ModelFile.Open(_target) : throw OtherFile(difference);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model file '{Part}' can't be written ({failure.Message.TrimEnd('.')}); make its folder writable, free some space, or wait for another fetch of it to end.", failure);
        }
    }

    /// <summary>Downloads what the part lacks and gives it its final name; or deletes it and says in which way it is another file.</summary>
    private async Task<string?> FillAndCommit(IProgress<long> progress, CancellationToken cancellation)
    {
        // Held for as long as it is written to: two downloads of one file would write into each other's part.
        FileStream part = new(Part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        bool keep = false;
        try
        {
            await using (part.ConfigureAwait(false))
            {
                try
                {
                    await Fill(part, progress, cancellation).ConfigureAwait(false);
                    part.Flush(flushToDisk: true);
                }
                finally
                {
                    keep = part.Length > 0;
                }
            }

            string? difference = ModelInstaller.Commit(Part, _target, entry);
            keep = difference is null;
            return difference;
        }
        finally
        {
            if (!keep)
                File.Delete(Part);
        }
    }

    /// <summary>Downloads what the part lacks, over several connections when they break.</summary>
    private async Task Fill(FileStream part, IProgress<long> progress, CancellationToken cancellation)
    {
        if (part.Length > _length)
            part.SetLength(0);

        using HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("facefusion-ofx", "0.1"));
        RangeTransfer transfer = new(client, source, _length, stallTimeout);
        for (int attempt = 1; part.Length < _length; attempt++)
        {
            TransferResult result = await transfer.Append(part, progress, cancellation).ConfigureAwait(false);
            switch (result.End)
            {
                case TransferEnd.Complete:
                    return;
                case TransferEnd.OtherFile:
                    throw OtherFile(result.Detail);
                case TransferEnd.Refused:
                    throw new ModelException($"'{source}' answered {result.Detail}; give another address with --source, or try again later.");
                case TransferEnd.Unreachable when attempt == 1:
                    throw new ModelException($"'{source}' can't be reached ({result.Detail}); check the address and the network.");
                default:
                    if (attempt == Attempts)
                        throw new ModelException($"The connection to '{source}' broke after {part.Length} of {_length} bytes ({result.Detail}); run the command again to go on from there.");
                    await Task.Delay(retryDelay, cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    private ModelException OtherFile(string difference)
        => new($"What '{source}' serves is not the {entry.Name} ({difference}); nothing of it was kept, give another address with --source.");
}
