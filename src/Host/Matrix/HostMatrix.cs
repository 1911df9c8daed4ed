using FaceFusion.Host.Clips;
using FaceFusion.Host.Pictures;
using FaceFusion.Host.Validation;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Matrix;

/// <summary>
/// Renders a picture under every host, in every depth, with all components, in tiles, as a proxy, with wide pixels, with
/// alpha. What is to be equal is compared to the bit: tiles with the whole frame, and frames under one host with those
/// under another where both hand over pixels of the same form.
/// </summary>
public sealed class HostMatrix
{
    private readonly Dictionary<(BitDepth, PixelComponents, MatrixVariation), (string Host, string Hash)> _known = [];
    private readonly string _path;
    private readonly Picture _plate, _transparent;
    private readonly Action<HostedInstance> _prepare;

    /// <summary>Makes a matrix.</summary>
    /// <param name="path">The bundle or binary; its first plug-in is rendered.</param>
    /// <param name="plate">A picture that the plug-in changes.</param>
    /// <param name="prepare">Sets parameters; what depends on the host by default must be set here, as an input's colour space.</param>
    public HostMatrix(string path, Picture plate, Action<HostedInstance> prepare)
    {
        ArgumentNullException.ThrowIfNull(plate);
        _path = path;
        _plate = plate;
        _transparent = plate.FadedOut();
        _prepare = prepare;
    }

    /// <summary>Every cell, host by host.</summary>
    public static IEnumerable<MatrixCell> Cells =>
        from host in HostProfiles.All.Keys
        from depth in (BitDepth[])[BitDepth.Byte, BitDepth.Short, BitDepth.Half, BitDepth.Float]
        from components in (PixelComponents[])[PixelComponents.Rgba, PixelComponents.Rgb, PixelComponents.Alpha]
        from variation in Enum.GetValues<MatrixVariation>()
        select new MatrixCell(host, depth, components, variation);

    /// <summary>Renders every cell; the binary is opened once for each host.</summary>
    public IEnumerable<MatrixResult> Run()
    {
        foreach (IGrouping<string, MatrixCell> cells in Cells.GroupBy(cell => cell.Host))
        {
            using OfxBundle bundle = OfxBundle.Load(_path, HostProfiles.All[cells.Key]);
            foreach (MatrixCell cell in cells)
                yield return new MatrixResult(cell, Try(bundle.Plugins[0], cell));
        }
    }

    private string? Try(HostedPlugin plugin, MatrixCell cell)
    {
        try
        {
            return Render(plugin, cell);
        }
        catch (HostException refusal)
        {
            return refusal.Message;
        }
    }

    private string? Render(HostedPlugin plugin, MatrixCell cell)
    {
        using PictureSource plate = PlateOf(plugin.Profile, cell);
        var subject = new ValidationSubject(_path, plugin.Profile, _plate, _prepare);
        using RenderSession session = Trials.Start(subject, plugin, Trials.ContextsOf(plugin)[0], plate);
        OfxPointD scale = cell.Variation == MatrixVariation.Proxy ? Trials.Half : Trials.Full;
        (RenderOutcome outcome, HostImage image) = Trials.Render(session, plate, scale, fill: 0);
        using (image)
        {
            if (Complaint(outcome) is { } complaint)
                return complaint;

            byte[] pixels = RenderedPixels.Of(image, plugin.Profile.Behaviour.PixelOrder);
            if (cell.Variation == MatrixVariation.Tiles && InTiles(session, plate, image) is { } difference)
                return difference;
            return Compare(cell, image, pixels) ?? Unchanged(session, plate, image, scale);
        }
    }

    private PictureSource PlateOf(HostProfile profile, MatrixCell cell)
    {
        bool premultiplied = cell.Variation == MatrixVariation.Premultiplied;
        var form = new PictureForm
        {
            Depth = cell.Depth,
            Components = cell.Components,
            PixelAspectRatio = cell.Variation == MatrixVariation.PixelAspect ? 2 : 1,
            Premultiplication = premultiplied ? Premultiplication.Premultiplied : Premultiplication.Unpremultiplied,
        };
        return new PictureSource(premultiplied ? _transparent : _plate, form, profile);
    }

    private static string? InTiles(RenderSession session, PictureSource plate, HostImage whole)
    {
        using HostImage tiles = Trials.Blank(session, plate.Bounds(Trials.Full), fill: 0);
        RenderOutcome outcome = FrameTiles.Render(session.Instance, new RenderRequest(1, tiles.Bounds, tiles));
        if (Complaint(outcome) is { } complaint)
            return complaint;

        return RenderedPixels.Same(whole, tiles)
            ? null
            : "Tiles have other pixels than the whole frame.";
    }

    /// <summary>A frame under one host has the same pixels as under another that hands over the same form.</summary>
    private string? Compare(MatrixCell cell, HostImage image, byte[] pixels)
    {
        var form = (image.Depth, image.Components, cell.Variation);
        string hash = RenderedPixels.Hash(pixels);
        if (_known.TryAdd(form, (cell.Host, hash)))
            return null;

        (string host, string expected) = _known[form];
        return hash == expected ? null : $"{image.Depth} {image.Components} have other pixels than under {host}.";
    }

    /// <summary>A frame that is the plate itself tells nothing.</summary>
    private static string? Unchanged(RenderSession session, PictureSource plate, HostImage image, OfxPointD scale)
    {
        if (image.Components == PixelComponents.Alpha)
            return null;

        HostImage? source = plate.GetImage(new ClipImageRequest(1, scale, null, image.Depth, image.Components));
        bool same = RenderedPixels.Same(source!, image);
        return same ? $"The frame is the plate, unchanged; {session.Instance.Plugin.Identifier} found nothing to do." : null;
    }

    private static string? Complaint(RenderOutcome outcome) =>
        outcome.Failure ?? (outcome.UnreleasedImages > 0 ? "It keeps images past the end of the render." : null);
}
