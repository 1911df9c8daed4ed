using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Node.Hosts;

/// <summary>What the node does differently in one host. A host without a row gets <see cref="None"/>.</summary>
/// <param name="HostName">The host's name, or how it begins.</param>
/// <param name="FloatIsDisplayReferred">Half and float pixels are display-referred unless the clip says otherwise.</param>
/// <param name="EveryClipLooksConnected">An optional input that nobody plugged says that it is connected.</param>
/// <param name="AsksForPixelOrder">Clips tell whether red or blue comes first; elsewhere asking would be an unknown property.</param>
/// <param name="RefusesColourManagement">OpenFX 1.5's colour properties must not be set, whatever the host says of itself.</param>
/// <param name="Reason">Why, and where it was seen.</param>
internal sealed record HostQuirks(
    string HostName, bool FloatIsDisplayReferred, bool EveryClipLooksConnected, bool AsksForPixelOrder, bool RefusesColourManagement, string Reason)
{
    /// <summary>A host that does as the specification says.</summary>
    public static HostQuirks None { get; } = new("", false, false, false, false, "");

    private static readonly HostQuirks[] Table =
    [
        new("uk.co.thefoundry.nuke", false, false, false, true,
            "Nuke 17's panel breaks, or Nuke crashes, when a plug-in sets colour properties (CorridorKey-Runtime ofx_actions.cpp)."),
        new("DaVinciResolve", true, true, false, false,
            "Pixels are in the timeline's space, commonly display-referred (ntsc-rs README); unconnected optional inputs look connected and give null or black images (openfx-misc README-hosts)."),
        new("MLT", true, false, false, false,
            "Float images are made from 8- and 16-bit video by scaling alone (mlt filter_openfx.c)."),
        new("com.sonycreativesoftware.vegas", true, false, true, false,
            "Video levels by default (openfx-misc README-hosts); 8-bit pixels can be BGRA (ofxSonyVegas.h; ntsc-rs#14)."),
        new("com.vegascreativesoftware.vegas", true, false, true, false,
            "Video levels by default (openfx-misc README-hosts); 8-bit pixels can be BGRA (ofxSonyVegas.h; ntsc-rs#14)."),
    ];

    /// <summary>The row of a host.</summary>
    /// <param name="host">The host.</param>
    public static HostQuirks For(OfxHostContext host)
    {
        string name = host.Name;
        return Array.Find(Table, row => name.StartsWith(row.HostName, StringComparison.OrdinalIgnoreCase)) ?? None;
    }
}
