using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Makes the identity's texture look as if the plate's camera had taken it: first its sharpness, then its colours and their
/// seam, then its grain; each is measured on what the one before has left, so that nothing is matched twice.
/// </summary>
internal sealed class TextureLook : IDisposable
{
    private readonly ImageBuffer _target;
    private readonly NoiseProfile _noise;
    private readonly GrainField? _grain;
    private ImageBuffer? _ahead;

    /// <summary>Looks at the plate.</summary>
    /// <param name="original">The target's pixels in the working space, at normal exposure.</param>
    /// <param name="shown">How much the plate shows anything.</param>
    /// <param name="window">Where they lie in the frame.</param>
    /// <param name="grain">How much of the plate's grain will be wanted, 0 to 1.</param>
    public TextureLook(ImageBuffer original, Plane shown, RectI window, float grain)
    {
        _target = ToLab(original);
        _noise = NoiseProfile.Measure(_target, shown);
        _grain = grain > 0 ? GrainMatch.Field(_target, _noise, window) : null;
    }

    /// <summary>The plate's noise.</summary>
    public NoiseProfile Noise => _noise;

    /// <inheritdoc/>
    public void Dispose()
    {
        _target.Dispose();
        _grain?.Dispose();
        _ahead?.Dispose();
    }

    /// <summary>Looks at the texture that will be matched next, which nobody changes until then.</summary>
    /// <param name="texture">The identity's texture in the working space.</param>
    public void Look(ImageBuffer texture) => _ahead = ToLab(texture);

    /// <summary>Matches the texture to the plate; <see langword="false"/> when too little skin is seen to tell its colour.</summary>
    /// <param name="light">What relights the texture; <see langword="null"/> when it already has the plate's light.</param>
    /// <param name="areas">What can be compared where.</param>
    /// <param name="coverage">Where the texture is.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="options">What is matched, and how.</param>
    /// <param name="mostDetail">The most of the texture's finest detail that arrives, 0 to 1.</param>
    /// <param name="texture">The identity's texture in the working space; changed in place.</param>
    public bool TryMatch(LightMatch? light, SwapAreas areas, Plane coverage, SwapScale scale, SwapOptions options, float mostDetail, ImageBuffer texture)
    {
        using ImageBuffer identity = _ahead ?? ToLab(texture);
        _ahead = null;
        float relit = 0;
        if (light is not null && options.Colour != ColourMethod.Off && options.ColourStrength > 0)
            relit = light.Apply(_target, areas, scale, options.ColourStrength, identity);
        float detail = mostDetail < 1 ? DetailLimit.Measure(identity, areas.Skin, scale.Pixels) : 0;
        SharpnessMatch.Apply(_target, _noise, areas, coverage, options.Sharpness, identity);
        if (!ColourMatch.TryApply(_target, _noise, areas, scale, options, relit, identity))
            return false;
        if (options.Colour != ColourMethod.Off && options.ColourStrength > 0)
            SeamMatch.Apply(_target, areas, scale, options.ColourStrength, identity);
        if (mostDetail < 1)
            DetailLimit.Apply(identity, areas.Skin, coverage, scale.Pixels, detail, mostDetail);
        if (_grain is not null)
            GrainMatch.Apply(_grain, _noise, areas, options.Grain, identity);
        Lab.ToWorking(identity, texture);
        return true;
    }

    private static ImageBuffer ToLab(ImageBuffer working)
    {
        ImageBuffer lab = ImageBuffer.Uninitialized(working.Width, working.Height);
        Lab.FromWorking(working, lab);
        return lab;
    }
}
