using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Actions;

/// <summary>How an instance wants its clips. What is not set keeps the host's default.</summary>
/// <param name="properties">The action's out-arguments.</param>
public sealed class ClipPreferencesReply(PropertySet properties)
{
    /// <summary>Whether anything was set.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>Asks for a clip's components.</summary>
    /// <param name="clipName">An input, or "Output".</param>
    /// <param name="components">One of <see cref="OfxComponents"/>.</param>
    public void SetComponents(string clipName, string components) => Note(properties.TrySetString("OfxImageClipPropComponents_" + clipName, components));

    /// <summary>Asks for a clip's bit depth.</summary>
    /// <param name="clipName">An input, or "Output".</param>
    /// <param name="depth">One of <see cref="OfxBitDepths"/>.</param>
    public void SetDepth(string clipName, string depth) => Note(properties.TrySetString("OfxImageClipPropDepth_" + clipName, depth));

    /// <summary>Sets a clip's pixel aspect ratio.</summary>
    /// <param name="clipName">An input, or "Output".</param>
    /// <param name="ratio">Width of a pixel divided by its height.</param>
    public void SetPixelAspectRatio(string clipName, double ratio) => Note(properties.TrySetDouble("OfxImageClipPropPAR_" + clipName, ratio));

    /// <summary>Names the colour spaces in which an input is wanted (OpenFX 1.5), best first.</summary>
    /// <param name="clipName">The input.</param>
    /// <param name="colourspaces">Names of the agreed configuration.</param>
    public void SetColourspaces(string clipName, params ReadOnlySpan<string> colourspaces)
    {
        for (int i = 0; i < colourspaces.Length; i++)
            Note(properties.TrySetString("OfxImageClipPropPreferredColourspaces_" + clipName, colourspaces[i], i));
    }

    /// <summary>Tells the state of the output's alpha.</summary>
    /// <param name="preMultiplication"><see cref="OfxValues.kOfxImageOpaque"/>, <see cref="OfxValues.kOfxImagePreMultiplied"/> or <see cref="OfxValues.kOfxImageUnPreMultiplied"/>.</param>
    public void SetOutputPreMultiplication(string preMultiplication) =>
        Note(properties.TrySetString(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, preMultiplication));

    /// <summary>Tells the output's frame rate, where the host lets a plug-in set it.</summary>
    /// <param name="framesPerSecond">The rate.</param>
    public void SetFrameRate(double framesPerSecond) => Note(properties.TrySetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRate, framesPerSecond));

    /// <summary>Tells that frames differ even when nothing that goes in does.</summary>
    public void SetFrameVarying() => Note(properties.TrySetInt(OfxValues.kOfxImageEffectFrameVarying, 1));

    private void Note(OfxStatus status) => IsSet |= status == OfxStatus.kOfxStatOK;
}
