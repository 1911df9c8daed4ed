namespace FaceFusion.Training.Synthesis;

/// <summary>How a re-posed photo is drawn.</summary>
/// <param name="RingOpacities">Opacity of the three rings around the oval.</param>
/// <param name="InventsMouth">Whether a mouth that is shut in the photo gets teeth and a cavity.</param>
/// <param name="Teeth">How long the upper teeth are, 0 to 3.</param>
/// <param name="MouthLight">How bright it is inside the mouth.</param>
/// <param name="MouthHaze">How near the mouth's inside comes to the colour of the skin around it, 0 to 1, as in soft pictures.</param>
/// <param name="Softness">Deviation of the picture's blur by the distance of the eyes; 0 is sharp.</param>
internal sealed record FaceLook(float[] RingOpacities, bool InventsMouth, float Teeth, float MouthLight, float MouthHaze, float Softness);
