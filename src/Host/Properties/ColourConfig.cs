namespace FaceFusion.Host.Properties;

/// <summary>The colour configuration that OpenFX 1.5 defines for hosts and plug-ins without OpenColorIO.</summary>
internal static class ColourConfig
{
    /// <summary>Its name (ofxColour.h).</summary>
    public const string Native = "ofx-native-v1.5_aces-v1.3_ocio-v2.3";
}
