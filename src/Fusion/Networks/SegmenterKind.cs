namespace FaceFusion.Fusion.Networks;

/// <summary>The networks that tell a face from what is in front of it.</summary>
public enum SegmenterKind
{
    /// <summary>Whatever serves best: the public network that the engine knows best, else the starter.</summary>
    Automatic,

    /// <summary>Skin, clothes and hair.</summary>
    SkinClothesHair,

    /// <summary>BiSeNet on a ResNet 18.</summary>
    BiSeNet18,

    /// <summary>BiSeNet on a ResNet 34.</summary>
    BiSeNet34,

    /// <summary>XSeg 1.</summary>
    XSeg1,

    /// <summary>XSeg 2.</summary>
    XSeg2,

    /// <summary>XSeg 3.</summary>
    XSeg3,
}
