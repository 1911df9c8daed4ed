using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>An image in the host's memory, in the form that a plug-in prefers of a clip.</summary>
internal sealed class PluginImage : IDisposable
{
    private readonly FrameBuffer? _converted;

    /// <summary>Allocates an image.</summary>
    /// <param name="clip">The clip's name, for messages.</param>
    /// <param name="wanted">What the plug-in prefers of it.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="depth">The depth of the pictures that are exchanged.</param>
    /// <exception cref="CliException">The plug-in prefers what pictures can't be turned into.</exception>
    public PluginImage(string clip, ClipPreference wanted, int width, int height, PixelDepth depth)
    {
        if (wanted.Components != PixelComponents.Rgba)
            throw new CliException($"The plug-in takes no RGBA on its clip '{clip}' but {wanted.Components}; use one that does.");

        Alpha = ToAlphaMode(wanted.Premultiplication);
        PixelDepth own = ToPixelDepth(wanted.Depth, clip);
        _converted = own == depth ? null : new FrameBuffer(width, height, own, Alpha);
        Image = new HostImage(new OfxRectI { x2 = width, y2 = height }, wanted.Depth, wanted.Components, RowOrder.TopDown)
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
            from.Row(y).CopyTo(RowFromTop(y));
    }

    /// <summary>Gives its pixels to a picture.</summary>
    public void Give(FrameBuffer picture)
    {
        FrameBuffer to = _converted ?? picture;
        for (int y = 0; y < to.Height; y++)
            RowFromTop(y).CopyTo(to.Row(y));
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
    private Span<byte> RowFromTop(int y) => Image.Row(Image.Height - 1 - y);

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
