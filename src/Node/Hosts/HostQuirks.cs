using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Node.Hosts;

/// <summary>
/// What the node does differently in a host. The one place that knows hosts by name: everything else asks for a trait.
/// What every host is spared by doing the same everywhere has no row; docs/hosts.md tells of that, too.
/// </summary>
internal sealed class HostQuirks
{
    private const string OldVegas = "com.sonycreativesoftware.vegas", Vegas = "com.vegascreativesoftware.vegas";

    private static readonly HostQuirk[] Table =
    [
        new("uk.co.thefoundry.nuke", HostTrait.RefusesColourManagement,
            "Nuke 17's panel breaks, or Nuke crashes, when a plug-in sets colour properties.", "CorridorKey-Runtime ofx_actions.cpp"),
        new("DaVinciResolve", HostTrait.FloatIsDisplayReferred,
            "Pixels are in the timeline's space, commonly display-referred.", "ntsc-rs README, 'Apply sRGB Gamma'"),
        new("DaVinciResolve", HostTrait.EveryClipLooksConnected,
            "Optional inputs that nobody plugged look connected and give null or black images.", "openfx-misc README-hosts.txt"),
        new("MLT", HostTrait.FloatIsDisplayReferred,
            "Float images are made from 8- and 16-bit video by scaling alone.", "mlt src/modules/openfx/mlt_openfx.c"),
        new(OldVegas, HostTrait.FloatIsDisplayReferred, "Projects are in video levels by default.", "openfx-misc README-hosts.txt"),
        new(Vegas, HostTrait.FloatIsDisplayReferred, "Projects are in video levels by default.", "openfx-misc README-hosts.txt"),
        new(OldVegas, HostTrait.TellsPixelOrder, "Pixels can be BGRA.", "ofxSonyVegas.h; ntsc-rs#14"),
        new(Vegas, HostTrait.TellsPixelOrder, "Pixels can be BGRA.", "ofxSonyVegas.h; ntsc-rs#14"),
    ];

    private readonly HostTrait[] _traits;

    private HostQuirks(HostTrait[] traits) => _traits = traits;

    /// <summary>A host that does as the specification says.</summary>
    public static HostQuirks None { get; } = new([]);

    /// <inheritdoc cref="HostTrait.FloatIsDisplayReferred"/>
    public bool FloatIsDisplayReferred => Has(HostTrait.FloatIsDisplayReferred);

    /// <inheritdoc cref="HostTrait.EveryClipLooksConnected"/>
    public bool EveryClipLooksConnected => Has(HostTrait.EveryClipLooksConnected);

    /// <inheritdoc cref="HostTrait.TellsPixelOrder"/>
    public bool TellsPixelOrder => Has(HostTrait.TellsPixelOrder);

    /// <inheritdoc cref="HostTrait.RefusesColourManagement"/>
    public bool RefusesColourManagement => Has(HostTrait.RefusesColourManagement);

    /// <summary>What is known of a host.</summary>
    /// <param name="host">The host.</param>
    public static HostQuirks For(OfxHostContext host)
    {
        string name = host.Name;
        HostQuirk[] rows = Array.FindAll(Table, row => name.StartsWith(row.Host, StringComparison.OrdinalIgnoreCase));
        return rows.Length > 0 ? Of(Array.ConvertAll(rows, row => row.Trait)) : None;
    }

    /// <summary>A host with some traits.</summary>
    /// <param name="traits">The traits.</param>
    public static HostQuirks Of(params HostTrait[] traits) => new(traits);

    private bool Has(HostTrait trait) => Array.IndexOf(_traits, trait) >= 0;
}
