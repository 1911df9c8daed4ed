using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Pictures;

/// <summary>A picture to feed plug-ins with: RGBA floats with straight alpha, square pixels, the bottom row first.</summary>
public sealed class Picture
{
    private readonly float[] _samples;

    /// <summary>Takes a picture.</summary>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="samples">Four for every pixel.</param>
    /// <exception cref="ArgumentException">There are not four for every pixel.</exception>
    public Picture(int width, int height, float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length != width * height * 4)
            throw new ArgumentException("A picture has four samples for every pixel.", nameof(samples));

        Width = width;
        Height = height;
        _samples = samples;
    }

    /// <summary>Pixels of a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>A row's samples.</summary>
    /// <param name="y">The row, 0 at the bottom.</param>
    public ReadOnlySpan<float> Row(int y) => _samples.AsSpan(y * Width * 4, Width * 4);

    /// <summary>The pixels of an image.</summary>
    /// <param name="image">Floats, RGBA, straight alpha.</param>
    /// <exception cref="ArgumentException">It has another form.</exception>
    public static Picture Of(HostImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Depth != BitDepth.Float || image.Components != PixelComponents.Rgba)
            throw new ArgumentException("A picture is made of an image of RGBA floats.", nameof(image));

        var samples = new float[image.Width * image.Height * 4];
        for (int y = 0; y < image.Height; y++)
            image.Row<float>(image.Bounds.y1 + y).CopyTo(samples.AsSpan(y * image.Width * 4));
        return new Picture(image.Width, image.Height, samples);
    }

    /// <summary>A picture in which every pixel differs from its neighbours: ramps, stripes, a soft disc of transparency.</summary>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    public static Picture TestPattern(int width, int height)
    {
        var samples = new float[width * height * 4];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float u = (x + 0.5f) / width, v = (y + 0.5f) / height;
                float fromCentre = ((u - 0.5f) * (u - 0.5f)) + ((v - 0.5f) * (v - 0.5f));
                Span<float> pixel = samples.AsSpan(((y * width) + x) * 4, 4);
                pixel[0] = u;
                pixel[1] = v;
                pixel[2] = ((x ^ y) & 3) / 3f;
                pixel[3] = 1 - Math.Min(0.75f, 2 * fromCentre);
            }
        }

        return new Picture(width, height, samples);
    }

    /// <summary>The picture at another size, each pixel the mean of what it covers.</summary>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    public Picture Resized(int width, int height)
    {
        AreaAverage across = new(Width, width), up = new(Height, height);
        var row = new float[Width * 4];
        var samples = new float[width * height * 4];
        for (int y = 0; y < height; y++)
        {
            up.Rows(this, y, row);
            across.Pixels(row, samples.AsSpan(y * width * 4, width * 4));
        }

        return new Picture(width, height, samples);
    }

    /// <summary>The picture with another alpha: opaque above, fading towards the bottom.</summary>
    public Picture FadedOut()
    {
        float[] samples = [.. _samples];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                samples[(((y * Width) + x) * 4) + 3] = Math.Min(1, 0.25f + ((y + 0.5f) / Height));
        }

        return new Picture(Width, Height, samples);
    }
}
