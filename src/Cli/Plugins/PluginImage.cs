using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>An image in the host's memory, in the form that a plug-in prefers of a clip.</summary>
internal sealed class PluginImage : IDisposable
{
    private readonly FrameBuffer? _converted;
    private readonly bool _isBgra;

    /// <summary>Allocates an image.</summary>
    /// <param name="clip">The clip's name, for messages.</param>
    /// <param name="wanted">What the plug-in prefers of it.</param>
    /// <param name="bounds">The pixels held.</param>
    /// <param name="depth">The depth of the pictures that are exchanged.</param>
    /// <param name="host">The host that is played.</param>
    /// <exception cref="CliException">The plug-in prefers what pictures can't be turned into.</exception>
    public PluginImage(string clip, ClipPreference wanted, OfxRectI bounds, PixelDepth depth, HostProfile host)
    {
        if (wanted.Components != PixelComponents.Rgba)
            throw new CliException($"The plug-in takes no RGBA on its clip '{clip}' but {wanted.Components}; use one that does.");

        Alpha = ToAlphaMode(wanted.Premultiplication);
        PixelDepth own = ToPixelDepth(wanted.Depth, clip);
        _isBgra = host.Behaviour.PixelOrder == PixelOrder.Bgra;
        _converted = own == depth ? null : new FrameBuffer(bounds.x2 - bounds.x1, bounds.y2 - bounds.y1, own, Alpha);
        Image = new HostImage(bounds, wanted.Depth, wanted.Components, host.RowOrder, host.Behaviour.RowPadding)
        {
            Premultiplication = wanted.Premultiplication,
            PixelAspectRatio = wanted.PixelAspectRatio,
        };
    }

    /// <summary>The image.</summary>
    public HostImage Image { get; }

    /// <summary>What its alpha means.</summary>
    public AlphaMode Alpha { get; }

    /// <summary>The host's word for a depth.</summary>
    public static BitDepth ToBitDepth(PixelDepth depth) => depth switch
    {
        PixelDepth.Byte => BitDepth.Byte,
        PixelDepth.Short => BitDepth.Short,
        _ => BitDepth.Float,
    };

    /// <summary>The host's word for a kind of alpha.</summary>
    public static Premultiplication ToPremultiplication(AlphaMode alpha) => alpha switch
    {
        AlphaMode.Premultiplied => Premultiplication.Premultiplied,
        AlphaMode.Straight => Premultiplication.Unpremultiplied,
        _ => Premultiplication.Opaque,
    };

    /// <summary>Takes a picture's pixels.</summary>
    public void Take(FrameBuffer picture)
    {
        if (_converted is not null)
            PictureConverter.Convert(picture, _converted, encodeSrgb: false);
        FrameBuffer from = _converted ?? picture;
        for (int y = 0; y < from.Height; y++)
            Copy(from.Row(y), RowFromTop(y));
    }

    /// <summary>Gives its pixels to a picture.</summary>
    public void Give(FrameBuffer picture)
    {
        FrameBuffer to = _converted ?? picture;
        for (int y = 0; y < to.Height; y++)
            Copy(RowFromTop(y), to.Row(y));
        if (_converted is not null)
            PictureConverter.Convert(_converted, picture, encodeSrgb: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Image.Dispose();
        _converted?.Dispose();
    }

    /// <summary>OpenFX counts rows from the bottom.</summary>
    private Span<byte> RowFromTop(int y) => Image.Row(Image.Bounds.y2 - 1 - y);

    /// <summary>Copies a row of pixels, red and blue exchanged where the host has them so.</summary>
    private void Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        if (_isBgra)
            PixelOrders.ExchangeRedAndBlue(to, Image.Depth);
    }

    private static AlphaMode ToAlphaMode(Premultiplication premultiplication) => premultiplication switch
    {
        Premultiplication.Premultiplied => AlphaMode.Premultiplied,
        Premultiplication.Unpremultiplied => AlphaMode.Straight,
        _ => AlphaMode.Opaque,
    };

    private static PixelDepth ToPixelDepth(BitDepth depth, string clip) => depth switch
    {
        BitDepth.Byte => PixelDepth.Byte,
        BitDepth.Short => PixelDepth.Short,
        BitDepth.Float => PixelDepth.Float,
        _ => throw new CliException($"The plug-in wants {depth} pixels on its clip '{clip}', which this program has not; use another plug-in."),
    };
}
