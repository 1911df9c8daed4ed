using FaceFusion.Kernels.Colour;
using FaceFusion.Node.Hosts;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Images;

/// <summary>Decides what a clip's numbers mean.</summary>
internal static class ColourReading
{
    /// <summary>The space of a clip's pixels.</summary>
    /// <param name="choice">What the artist chose.</param>
    /// <param name="colourspace">What the host says of the clip; "" when it says nothing.</param>
    /// <param name="bitDepth">One of <see cref="OfxBitDepths"/>.</param>
    /// <param name="quirks">The host's row.</param>
    public static NetworkSpace Read(InputSpace choice, string colourspace, string bitDepth, HostQuirks quirks)
    {
        bool isFloat = bitDepth is OfxBitDepths.kOfxBitDepthFloat or OfxBitDepths.kOfxBitDepthHalf;
        NetworkSpace space = choice != InputSpace.Automatic
            ? InputSpaces.Of(choice)
            : ColourspaceNames.Find(colourspace)
                ?? InputSpaces.Of(isFloat && !quirks.FloatIsDisplayReferred ? InputSpace.SceneLinear : InputSpace.Display);

        // Integers of a display end at white: there is nothing to roll off, and white stays white for the networks.
        return space with { HighlightRollOff = isFloat || ExceedsWhite(space) };
    }

    // Whether a value of 1 may be more light than white.
    private static bool ExceedsWhite(NetworkSpace space) =>
        space.Curve > TransferCurve.Bt1886 || space.Primaries != ColourPrimaries.Rec709;
}
