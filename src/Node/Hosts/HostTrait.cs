namespace FaceFusion.Node.Hosts;

/// <summary>A way in which a host differs from the specification, or from other hosts, that the node minds.</summary>
internal enum HostTrait
{
    /// <summary>Half and float pixels are display-referred unless the clip says otherwise.</summary>
    FloatIsDisplayReferred,

    /// <summary>An optional input that nobody plugged says that it is connected.</summary>
    EveryClipLooksConnected,

    /// <summary>Clips tell whether red or blue comes first; elsewhere asking would be an unknown property.</summary>
    TellsPixelOrder,

    /// <summary>OpenFX 1.5's colour properties must not be set, whatever the host says of itself.</summary>
    RefusesColourManagement,
}
