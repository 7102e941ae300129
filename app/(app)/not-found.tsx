import { NothingHere } from '@/components/frame/nothing-here';

export default function NotFoundInFrame() {
  return (
    <div className="py-10">
      <NothingHere />
    </div>
  );
}
