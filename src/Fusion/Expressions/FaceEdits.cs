namespace FaceFusion.Fusion.Expressions;

/// <summary>
/// How an artist changes a face's expression and the head's pose: the sliders of FaceFusion's face editor. Each lies between
/// −1 and 1; 0 changes nothing. Left, right and the like are the viewer's.
/// </summary>
public sealed record FaceEdits
{
    /// <summary>Nothing is changed.</summary>
    public static FaceEdits None { get; } = new();

    /// <summary>Above 0 the brows go up, below 0 they are knit.</summary>
    public float Brows { get; init; }

    /// <summary>The gaze to the side.</summary>
    public float GazeHorizontal { get; init; }

    /// <summary>The gaze up or down.</summary>
    public float GazeVertical { get; init; }

    /// <summary>Above 0 the eyes open, below 0 they close.</summary>
    public float EyesOpen { get; init; }

    /// <summary>Above 0 the lips part, below 0 they close.</summary>
    public float LipsOpen { get; init; }

    /// <summary>A grim mouth.</summary>
    public float Grim { get; init; }

    /// <summary>A pout.</summary>
    public float Pout { get; init; }

    /// <summary>Pursed lips.</summary>
    public float Purse { get; init; }

    /// <summary>Above 0 a smile, below 0 its opposite.</summary>
    public float Smile { get; init; }

    /// <summary>The mouth moves to the side.</summary>
    public float MouthHorizontal { get; init; }

    /// <summary>The mouth moves up or down.</summary>
    public float MouthVertical { get; init; }

    /// <summary>The head nods: 20 degrees at ±1.</summary>
    public float Pitch { get; init; }

    /// <summary>The head turns: 60 degrees at ±1.</summary>
    public float Yaw { get; init; }

    /// <summary>The head leans: 15 degrees at ±1.</summary>
    public float Roll { get; init; }

    /// <summary>Whether nothing is changed.</summary>
    public bool IsNone => this == None;

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A slider lies outside −1 to 1.</exception>
    internal void Validate()
    {
        foreach (float slider in (ReadOnlySpan<float>)[Brows, GazeHorizontal, GazeVertical, EyesOpen, LipsOpen, Grim, Pout, Purse, Smile, MouthHorizontal, MouthVertical, Pitch, Yaw, Roll])
        {
            if (slider is not (>= -1 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(slider), slider, "A face's edit lies between -1 and 1.");
        }
    }
}
