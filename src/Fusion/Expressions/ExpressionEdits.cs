using System.Numerics;

namespace FaceFusion.Fusion.Expressions;

/// <summary>What the sliders of the face editor add to an expression.</summary>
/// <remarks>Source: facefusion 3.1 (<c>face_editor</c>): which points are moved along which axis, and how far; facts of LivePortrait's networks.</remarks>
internal static class ExpressionEdits
{
    /// <summary>Edits an expression in place; nothing is limited.</summary>
    /// <param name="edits">The sliders.</param>
    /// <param name="expression">What each of the 21 points moves by.</param>
    public static void Apply(FaceEdits edits, Span<Vector3> expression)
    {
        Gaze(edits.GazeHorizontal, edits.GazeVertical, expression);
        Grim(edits.Grim, expression);
        MouthPosition(edits.MouthHorizontal, edits.MouthVertical, expression);
        Pout(edits.Pout, expression);
        Purse(edits.Purse, expression);
        Smile(edits.Smile, expression);
        Brows(edits.Brows, expression);
    }

    private static void Gaze(float horizontal, float vertical, Span<Vector3> expression)
    {
        bool isPositive = horizontal > 0;
        expression[11].X += (isPositive ? 0.015f : 0.020f) * horizontal;
        expression[15].X += (isPositive ? 0.020f : 0.015f) * horizontal;
        expression[1].Y += 0.0025f * vertical;
        expression[2].Y -= 0.0025f * vertical;
        expression[11].Y -= 0.010f * vertical;
        expression[13].Y -= 0.005f * vertical;
        expression[15].Y -= 0.010f * vertical;
        expression[16].Y -= 0.005f * vertical;
    }

    private static void Grim(float grim, Span<Vector3> expression)
    {
        if (grim > 0)
        {
            expression[17].Z -= 0.005f * grim;
            expression[19].Z += 0.01f * grim;
            expression[20].Y -= 0.06f * grim;
            expression[20].Z -= 0.03f * grim;
        }
        else
        {
            expression[19].Y -= 0.05f * grim;
            expression[19].Z -= 0.02f * grim;
            expression[20].Z -= 0.03f * grim;
        }
    }

    private static void MouthPosition(float horizontal, float vertical, Span<Vector3> expression)
    {
        bool isPositive = vertical > 0;
        expression[19].X += 0.05f * horizontal;
        expression[20].X += 0.04f * horizontal;
        expression[19].Y -= (isPositive ? 0.04f : 0.05f) * vertical;
        expression[20].Y -= (isPositive ? 0.02f : 0.04f) * vertical;
    }

    private static void Pout(float pout, Span<Vector3> expression)
    {
        expression[19].Y -= 0.022f * Math.Abs(pout);
        expression[19].Z += 0.025f * pout;
        expression[20].Z -= 0.002f * pout;
    }

    private static void Purse(float purse, Span<Vector3> expression)
    {
        if (purse > 0)
        {
            expression[19].Y -= 0.04f * purse;
            expression[19].Z -= 0.02f * purse;
        }
        else
        {
            expression[14].Y -= 0.02f * purse;
            expression[17].Z += 0.01f * purse;
            expression[19].Z -= 0.015f * purse;
            expression[20].Z -= 0.002f * purse;
        }
    }

    private static void Smile(float smile, Span<Vector3> expression)
    {
        if (smile > 0)
        {
            expression[20].Y -= 0.015f * smile;
            expression[14].Y -= 0.025f * smile;
            expression[17].Y += 0.01f * smile;
            expression[17].Z += 0.004f * smile;
            expression[3].Y -= 0.0045f * smile;
            expression[7].Y -= 0.0045f * smile;
        }
        else
        {
            expression[14].Y -= 0.02f * smile;
            expression[17].Y += 0.003f * smile;
            expression[19].Y += 0.02f * smile;
            expression[19].Z -= 0.005f * smile;
            expression[20].Z += 0.01f * smile;
            expression[3].Y += 0.0045f * smile;
            expression[7].Y += 0.0045f * smile;
        }
    }

    private static void Brows(float brows, Span<Vector3> expression)
    {
        if (brows > 0)
        {
            expression[1].Y += 0.015f * brows;
            expression[2].Y -= 0.020f * brows;
        }
        else
        {
            expression[1].X -= 0.015f * brows;
            expression[2].X += 0.020f * brows;
            expression[1].Y += 0.005f * brows;
            expression[2].Y -= 0.005f * brows;
        }
    }
}
