#pragma OPENCL FP_CONTRACT OFF
struct type_0;
typedef global struct type_0* type_1;
struct type_2;
typedef global float* type_3;
struct type_2_kernel;
struct type_2_kernel;
struct type_0
{
	float field_4;
	float field_5;
	float field_6;
	float field_7;
};
struct type_2
{
	type_1 field_4;
	long field_5;
};
struct type_2_kernel
{
	int field_4;
	long field_5;
};
kernel void Kernel_SplitBands(
	global struct type_0* view_8,
	global struct type_0* view_9,
	int var0,
	int var1,
	struct type_2_kernel var2,
	struct type_2_kernel var3)
{
	struct type_2 var4;
	struct type_2 var5;
	int var6;
	int var7;
	int var8;
	int var9;
	int var10;
	bool var11;
	int var12;
	int var13;
	int var14;
	int var15;
	int var16;
	bool var17;
	type_1 var18;
	long var19;
	long var20;
	long var21;
	long var22;
	long var23;
	type_1 var24;
	type_1 var25;
	type_1 var26;
	type_3 var27;
	float var28;
	type_1 var29;
	struct type_0 var30;
	float var31;
	float var32;
	type_3 var33;
	float var34;
	float var35;
	float var36;
	type_3 var37;
	float var38;
	float var39;
	float var40;
	type_3 var41;
	float var42;
	float var43;
	float var44;
	struct type_0 var45;
	var4.field_4 = (type_1)view_8+var2.field_4;
	var4.field_5 = var2.field_5;
	var5.field_4 = (type_1)view_9+var3.field_4;
	var5.field_5 = var3.field_5;
	L_10: ;
	var6 =  get_group_id ( 0 );
	var7 =  get_local_size ( 0 );
	var8 = (int)((int) var6 *  (int)var7);
	var9 =  get_local_id ( 0 );
	var10 = (int)((int) var8 +  (int)var9);
	var11 = (int) var10 >= (int) var0;
	if (var11)
		 goto L_11;
	 goto L_12;
	L_12: ;
	var12 =  get_group_id ( 1 );
	var13 =  get_local_size ( 1 );
	var14 = (int)((int) var12 *  (int)var13);
	var15 =  get_local_id ( 1 );
	var16 = (int)((int) var14 +  (int)var15);
	var17 = (int) var16 < (int) var1;
	if (var17)
		 goto L_13;
	 goto L_11;
	L_13: ;
	var18 =  var5.field_4;
	var19 = (long)(int) var16;
	var20 = (long)(int) var0;
	var21 = (long)((long) var19 *  (long)var20);
	var22 = (long)(int) var10;
	var23 = (long)((long) var21 +  (long)var22);
	var24 =  & var18[var23];
	var25 =  var4.field_4;
	var26 =  & var25[var23];
	var27 =  &  var26->field_4;
	var28 =  *  var27;
	var29 =  & var18[var23];
	var30 =  *  var29;
	var31 =  var30.field_4;
	var32 = (float)((float) var28 -  (float)var31);
	var33 =  &  var26->field_5;
	var34 =  *  var33;
	var35 =  var30.field_5;
	var36 = (float)((float) var34 -  (float)var35);
	var37 =  &  var26->field_6;
	var38 =  *  var37;
	var39 =  var30.field_6;
	var40 = (float)((float) var38 -  (float)var39);
	var41 =  &  var26->field_7;
	var42 =  *  var41;
	var43 =  var30.field_7;
	var44 = (float)((float) var42 -  (float)var43);
	var45.field_4 =  var32;
	var45.field_5 =  var36;
	var45.field_6 =  var40;
	var45.field_7 =  var44;
	 *  var24 =  var45;
	 goto L_11;
	L_11: ;
	 return ;
}
