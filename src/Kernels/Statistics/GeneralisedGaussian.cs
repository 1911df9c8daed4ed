namespace FaceFusion.Kernels.Statistics;

/// <summary>
/// The generalised Gaussian distribution, exp(−|x / β|^α) up to a factor: α is 2 for a Gaussian, 1 for a Laplacian, less
/// for rarer and larger deviations. Fitted by moments (K. Sharifi and A. Leon-Garcia 1995), by arithmetic alone.
/// </summary>
public static class GeneralisedGaussian
{
    /// <summary>The least and the greatest shape that is told.</summary>
    public const double LeastShape = 0.2, GreatestShape = 10;

    // (E|x|)² / E x² = Γ(2/α)² / (Γ(1/α) Γ(3/α)) of 65 shapes, each by 50^(1/64) greater than the one before: written out,
    // because C libraries' gamma functions differ in their last bits. A line between two of them is off by an eighth of a percent at most.
    private static readonly double[] Shapes =
    [
        0.2, 0.212606433, 0.226007478, 0.240253219, 0.2553969, 0.27149512, 0.288608045, 0.306799636,
        0.326137882, 0.346695059, 0.368548, 0.391778379, 0.416473019, 0.442724216, 0.470630083, 0.500294917,
        0.53182959, 0.565351961, 0.60098732, 0.638868854, 0.679138142, 0.721945691, 0.767451492, 0.815825622,
        0.867248879, 0.921913455, 0.980023658, 1.04179667, 1.10746338, 1.17726919, 1.25147502, 1.3303582,
        1.41421356, 1.50335451, 1.5981142, 1.6988468, 1.8059288, 1.9197604, 2.04076706, 2.16940103,
        2.30614308, 2.45150427, 2.6060279, 2.77029149, 2.94490896, 3.13053296, 3.32785723, 3.53761928,
        3.76060309, 3.99764206, 4.2496221, 4.51748499, 4.80223185, 5.10492693, 5.42670154, 5.7687583,
        6.13237564, 6.51891256, 6.92981375, 7.36661492, 7.83094862, 8.32455029, 8.84926473, 9.40705306,
        10,
    ];

    private static readonly double[] Ratios =
    [
        0.0629370629, 0.073472977, 0.0849854784, 0.0974527402, 0.110840349, 0.125102278, 0.140182117, 0.156014479,
        0.172526536, 0.189639605, 0.20727074, 0.225334282, 0.243743319, 0.262411031, 0.281251905, 0.300182795,
        0.319123823, 0.337999128, 0.356737457, 0.375272614, 0.393543778, 0.411495692, 0.429078753, 0.446249008,
        0.46296807, 0.479202971, 0.494925967, 0.510114294, 0.524749907, 0.538819188, 0.552312644, 0.565224606,
        0.577552913, 0.589298614, 0.600465664, 0.611060637, 0.621092446, 0.630572075, 0.639512322, 0.647927559,
        0.6558335, 0.663246982, 0.670185768, 0.676668346, 0.682713758, 0.688341427, 0.693571007, 0.698422241,
        0.702914827, 0.707068302, 0.710901937, 0.71443464, 0.717684874, 0.720670584, 0.723409137, 0.725917271,
        0.728211053, 0.730305849, 0.732216302, 0.733956316, 0.735539052, 0.736976926, 0.738281616, 0.739464074,
        0.74053454,
    ];

    /// <summary>The shape of a distribution that is alike on both sides of 0.</summary>
    /// <param name="momentRatio">(E|x|)² / E x², 0 to 1.</param>
    public static double Shape(double momentRatio)
    {
        if (!(momentRatio > Ratios[0]))
            return LeastShape;
        if (momentRatio >= Ratios[^1])
            return GreatestShape;

        int above = Array.BinarySearch(Ratios, momentRatio);
        above = above >= 0 ? above : ~above;
        double share = (momentRatio - Ratios[above - 1]) / (Ratios[above] - Ratios[above - 1]);
        return Shapes[above - 1] + share * (Shapes[above] - Shapes[above - 1]);
    }

    /// <summary>The shape and the mean of a distribution with one width to the left of 0 and another to the right (N. Lasmar, Y. Stitou and Y. Berthoumieu 2009).</summary>
    /// <param name="momentRatio">(E|x|)² / E x², 0 to 1.</param>
    /// <param name="left">The root mean square of what is below 0.</param>
    /// <param name="right">That of what is above.</param>
    public static (double Shape, double Mean) Asymmetric(double momentRatio, double left, double right)
    {
        // The ratio that a distribution alike on both sides of the same shape has; with γ = left / right, written without
        // dividing by a side that may be empty.
        double sides = left + right, squares = left * left + right * right;
        double ratio = squares > 0 ? momentRatio * (left * left * left + right * right * right) * sides / (squares * squares) : 0;

        // (β right − β left) Γ(2/α) / Γ(1/α), where β = σ √(Γ(1/α) / Γ(3/α)): the gamma functions make the root of the ratio.
        return (Shape(ratio), (right - left) * Math.Sqrt(Math.Clamp(ratio, 0, Ratios[^1])));
    }
}
