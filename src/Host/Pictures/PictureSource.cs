using System.Collections.Concurrent;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Pictures;

/// <summary>
/// A picture as a clip, in whatever depth, components, scale and pixel aspect ratio a plug-in asks for and in the memory
/// layout of a profile. Equal requests give equal bits under every profile. Scaling averages the area of a pixel.
/// </summary>
public sealed class PictureSource : IClipSource, IDisposable
{
    private readonly ConcurrentDictionary<(double X, double Y, BitDepth Depth, PixelComponents Components), HostImage> _images = new();
    private readonly Lock _gate = new();
    private readonly Picture _picture;
    private readonly PictureForm _form;
    private readonly HostProfile _profile;

    /// <summary>Makes a clip of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="form">What it is by nature.</param>
    /// <param name="profile">How the host lays pixels out.</param>
    public PictureSource(Picture picture, PictureForm form, HostProfile profile)
    {
        ArgumentNullException.ThrowIfNull(form);
        _picture = picture;
        _form = form;
        _profile = profile;
        Format = new ClipFormat
        {
            Depth = form.Depth,
            Components = form.Components,
            Premultiplication = form.Components == PixelComponents.Rgba ? form.Premultiplication : Premultiplication.Opaque,
            PixelAspectRatio = form.PixelAspectRatio,
            FirstFrame = form.FirstFrame,
            LastFrame = form.LastFrame,
            Colourspace = form.Colourspace,
        };
    }

    /// <inheritdoc/>
    public ClipFormat Format { get; }

    /// <inheritdoc/>
    public OfxRectD RegionOfDefinition(double time)
    {
        (int x, int y) = _profile.Behaviour.ClipOrigin;
        return new OfxRectD { x1 = x, y1 = y, x2 = x + _picture.Width, y2 = y + _picture.Height };
    }

    /// <summary>The pixels of a whole frame at a scale.</summary>
    public OfxRectI Bounds(OfxPointD scale)
    {
        (int x, int y) = _profile.Behaviour.ClipOrigin;
        double across = scale.x / _form.PixelAspectRatio;
        int left = (int)Math.Round(x * across), bottom = (int)Math.Round(y * scale.y);
        return new OfxRectI
        {
            x1 = left,
            y1 = bottom,
            x2 = left + Math.Max(1, (int)Math.Round(_picture.Width * across)),
            y2 = bottom + Math.Max(1, (int)Math.Round(_picture.Height * scale.y)),
        };
    }

    /// <inheritdoc/>
    public HostImage? GetImage(in ClipImageRequest request)
    {
        if (request.Time < _form.FirstFrame || request.Time > _form.LastFrame)
            return null;

        var key = (request.RenderScale.x, request.RenderScale.y, request.Depth, request.Components);
        if (_images.TryGetValue(key, out HostImage? known))
            return known;
        lock (_gate)
            return _images.GetOrAdd(key, static (form, source) => source.Draw(new OfxPointD { x = form.X, y = form.Y }, form.Depth, form.Components), this);
    }

    /// <summary>An empty image in the profile's layout.</summary>
    /// <param name="profile">The host.</param>
    /// <param name="bounds">Its pixels.</param>
    /// <param name="wanted">The form that the effect prefers.</param>
    public static HostImage Blank(HostProfile profile, OfxRectI bounds, ClipPreference wanted)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(wanted);
        return new HostImage(bounds, wanted.Depth, wanted.Components, profile.RowOrder, profile.Behaviour.RowPadding)
        {
            Premultiplication = wanted.Premultiplication,
            PixelAspectRatio = wanted.PixelAspectRatio,
        };
    }

    /// <summary>Frees the images; no plug-in may hold one.</summary>
    public void Dispose()
    {
        foreach (HostImage image in _images.Values)
            image.Dispose();
        _images.Clear();
    }

    private HostImage Draw(OfxPointD scale, BitDepth depth, PixelComponents components)
    {
        OfxRectI bounds = Bounds(scale);
        var image = new HostImage(bounds, depth, components, _profile.RowOrder, _profile.Behaviour.RowPadding)
        {
            Premultiplication = Format.Premultiplication,
            PixelAspectRatio = _form.PixelAspectRatio,
        };
        AreaAverage across = new(_picture.Width, image.Width), up = new(_picture.Height, image.Height);
        var sums = new float[_picture.Width * 4];
        var row = new float[image.Width * 4];
        bool exchanged = _profile.Behaviour.PixelOrder == PixelOrder.Bgra && components == PixelComponents.Rgba;
        for (int y = 0; y < image.Height; y++)
        {
            up.Rows(_picture, y, sums);
            across.Pixels(sums, row);
            if (Format.Premultiplication == Premultiplication.Premultiplied)
                PixelSamples.Premultiply(row);

            Span<byte> target = image.Row(bounds.y1 + y);
            PixelSamples.Write(row, target, depth, components);
            if (exchanged)
                PixelOrders.ExchangeRedAndBlue(target, depth);
        }

        return image;
    }
}
