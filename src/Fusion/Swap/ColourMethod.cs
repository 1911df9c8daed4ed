namespace FaceFusion.Fusion.Swap;

/// <summary>
/// How the identity's texture gets the plate's colours. All work in CIE L*a*b* and compare the skin that is seen in both
/// pictures.
/// </summary>
public enum ColourMethod
{
    /// <summary>
    /// Frequency separation: light and complexion are the plate's wherever they are, so that side light and coloured
    /// light come right; the features and the skin's texture are the identity's at the plate's contrast.
    /// </summary>
    Bands,

    /// <summary>
    /// Histogram matching (histogram specification) of L*, a* and b*, each for itself: the same distribution of
    /// values, whatever lies where.
    /// </summary>
    Histogram,

    /// <summary>
    /// Mean and standard deviation of L*, a* and b*: E. Reinhard et al., "Color Transfer between Images", 2001. Also
    /// known as Reinhard or LAB transfer.
    /// </summary>
    MeanStd,

    /// <summary>
    /// The linear Monge–Kantorovitch map (MKL) between the means and 3×3 covariances: F. Pitié and A. Kokaram, 2007.
    /// Keeps the relation between the channels where <see cref="MeanStd"/> treats each alone.
    /// </summary>
    Linear,

    /// <summary>No colour match: the identity's picture as it is, at the plate's exposure.</summary>
    Off,
}
