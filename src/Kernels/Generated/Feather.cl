#pragma OPENCL FP_CONTRACT OFF
typedef global float* type_0;
struct type_1;
struct type_1_kernel;
struct type_1
{
	type_0 field_2;
	long field_3;
};
struct type_1_kernel
{
	int field_2;
	long field_3;
};
kernel void Kernel_Feather(
	global float* view_4,
	int var0,
	int var1,
	struct type_1_kernel var2,
	float var3,
	float var4)
{
	struct type_1 var5;
	int var8;
	int var9;
	int var10;
	int var11;
	int var12;
	bool var13;
	int var14;
	int var15;
	int var16;
	int var17;
	int var18;
	bool var19;
	float var7;
	type_0 var20;
	long var21;
	long var22;
	long var23;
	long var24;
	long var25;
	type_0 var26;
	float var27;
	int var28;
	int var30;
	bool var32;
	bool var34;
	bool var35;
	float var6;
	float var38;
	float var39;
	float var40;
	bool var42;
	bool var45;
	float var46;
	float var47;
	float var50;
	float var51;
	float var52;
	type_0 var53;
	var5.field_2 = (type_0)view_4+var2.field_2;
	var5.field_3 = var2.field_3;
	L_5: ;
	var8 =  get_group_id ( 0 );
	var9 =  get_local_size ( 0 );
	var10 = (int)((int) var8 *  (int)var9);
	var11 =  get_local_id ( 0 );
	var12 = (int)((int) var10 +  (int)var11);
	var13 = (int) var12 >= (int) var0;
	if (var13)
		 goto L_6;
	 goto L_7;
	L_7: ;
	var14 =  get_group_id ( 1 );
	var15 =  get_local_size ( 1 );
	var16 = (int)((int) var14 *  (int)var15);
	var17 =  get_local_id ( 1 );
	var18 = (int)((int) var16 +  (int)var17);
	var19 = (int) var18 < (int) var1;
	if (var19)
		 goto L_8;
	 goto L_6;
	L_8: ;
	var20 =  var5.field_2;
	var21 = (long)(int) var18;
	var22 = (long)(int) var0;
	var23 = (long)((long) var21 *  (long)var22);
	var24 = (long)(int) var12;
	var25 = (long)((long) var23 +  (long)var24);
	var26 =  & var20[var25];
	var27 =  *  var26;
	var28 =  as_int (var27);
	var30 = (int)((int) var28 &  (int)2147483647);
	var32 = (int) var30 <= (int) 2139095040;
	if (var32)
		 goto L_9;
	 goto L_10;
	L_10: ;
	var7 = 0.0f;
	 goto L_11;
	L_9: ;
	var34 = (float) var3 != (float) var4;
	if (var34)
		 goto L_12;
	 goto L_13;
	L_13: ;
	var35 = (float) var27 >= (float) var3;
	if (var35)
		 goto L_14;
	 goto L_15;
	L_15: ;
	var7 = 0.0f;
	 goto L_11;
	L_14: ;
	var7 = 1.0f;
	 goto L_11;
	L_12: ;
	var38 = (float)((float) var27 -  (float)var3);
	var39 = (float)((float) var4 -  (float)var3);
	var40 = (float)((float) var38 /  (float)var39);
	var42 = (float) var40 > (float) 0.0f;
	if (var42)
		 goto L_16;
	 goto L_17;
	L_17: ;
	var6 = 0.0f;
	 goto L_18;
	L_16: ;
	var45 = (float) var40 < (float) 1.0f;
	var46 =  var45 ?  var40 :  1.0f;
	var6 = var46;
	 goto L_18;
	L_18: ;
	var47 = (float)((float) var6 *  (float)var6);
	var50 = (float)((float) var6 *  (float)2.0f);
	var51 = (float)((float) 3.0f -  (float)var50);
	var52 = (float)((float) var47 *  (float)var51);
	var7 = var52;
	 goto L_11;
	L_11: ;
	var53 =  & var20[var25];
	 *  var53 =  var7;
	 goto L_6;
	L_6: ;
	 return ;
}
