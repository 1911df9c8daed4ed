using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.OpenExr;
using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Layers;

/// <summary>
/// The pictures of one frame's layers as floats, colours premultiplied, and the OpenEXR channels that they become. In
/// all four channels <c>face + plate · (1 − matte)</c> is the result, whatever the plate's alpha is.
/// </summary>
internal sealed class LayerPictures : IDisposable
{
    private readonly FrameBuffer _plate, _result, _face;

    /// <summary>Allocates the pictures.</summary>
    /// <param name="media">The source.</param>
    /// <param name="composite">What the composite's alpha means.</param>
    public LayerPictures(MediaSource media, AlphaMode composite)
    {
        _plate = New(AlphaMode.Premultiplied);
        _result = New(AlphaMode.Premultiplied);
        _face = New(AlphaMode.Premultiplied);
        Composite = New(composite);
        Matte = New(AlphaMode.Straight);
        FaceMatte = New(AlphaMode.Straight);
        Patch = New(AlphaMode.Premultiplied);
        Map = New(AlphaMode.Straight);
        InverseMap = New(AlphaMode.Straight);

        FrameBuffer New(AlphaMode alpha) => new(media.Width, media.Height, PixelDepth.Float, alpha);
    }

    /// <summary>The composite as it was rendered.</summary>
    public FrameBuffer Composite { get; }

    /// <summary>The matte in every channel.</summary>
    public FrameBuffer Matte { get; }

    /// <summary>The face matte in every channel.</summary>
    public FrameBuffer FaceMatte { get; }

    /// <summary>The unwrapped face.</summary>
    public FrameBuffer Patch { get; }

    /// <summary>Where the patch lies in the frame.</summary>
    public FrameBuffer Map { get; }

    /// <summary>Where the frame lies in the patch.</summary>
    public FrameBuffer InverseMap { get; }

    /// <summary>Makes the result and the face layer of what was rendered.</summary>
    /// <param name="plate">The frame that was rendered.</param>
    public void Compose(FrameBuffer plate)
    {
        PictureConverter.Convert(plate, _plate, encodeSrgb: false);
        PictureConverter.Convert(Composite, _result, encodeSrgb: false);
        for (int y = 0; y < _face.Height; y++)
        {
            ReadOnlySpan<float> below = _plate.Row<float>(y), result = _result.Row<float>(y), matte = Matte.Row<float>(y);
            Span<float> face = _face.Row<float>(y);
            for (int i = 0; i < face.Length; i++)
            {
                // The plate's share, and what was added to it: exactly the plate's share where nothing was.
                float layer = (matte[i] * below[i]) + (result[i] - below[i]);
                face[i] = matte[i] > 0 && float.IsFinite(layer) ? layer : 0;
            }
        }
    }

    /// <summary>The channels of the file, of what was composed.</summary>
    public IEnumerable<ExrChannel> Channels() =>
    [
        .. ExrChannel.Layer("", "RGBA", _result),
        .. ExrChannel.Layer("face", "RGBA", _face),
        new ExrChannel("matte.A", Matte, 3),
        new ExrChannel("face_matte.A", FaceMatte, 3),
        .. ExrChannel.Layer("patch", "RGBA", Patch),
        .. ExrChannel.Layer("st", "RGA", Map),
        .. ExrChannel.Layer("st_inverse", "RGA", InverseMap),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FrameBuffer picture in (FrameBuffer[])[_plate, _result, _face, Composite, Matte, FaceMatte, Patch, Map, InverseMap])
            picture.Dispose();
    }
}
